/// The documents of the API: runs, experiments, shared results, and what is made of them.
package dev.lanes.web.document;


/// The resources of the REST API, and how their requests are read.
package dev.lanes.web.api;


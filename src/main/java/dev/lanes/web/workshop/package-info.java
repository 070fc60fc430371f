/// Editing code in the page: whether it is on, who may do it, and how an edit is compiled and run.
package dev.lanes.web.workshop;

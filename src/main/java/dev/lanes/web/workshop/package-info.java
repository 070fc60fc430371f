/// Editing code in the page: whether it is on, who may do it, and what becomes of an edit.
package dev.lanes.web.workshop;

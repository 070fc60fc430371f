/// What crosses the line between the server and the process that measures: a [dev.lanes.event.Plan] in, then one
/// [dev.lanes.event.RunEvent] per line out; and the results they carry. `docs/protocol-fields.md` lists them.
package dev.lanes.event;


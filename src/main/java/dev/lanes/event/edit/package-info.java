/// Code that a visitor has edited, as plans, runs and requests tell it.
package dev.lanes.event.edit;

/// For operators: settings, health, metrics, and the switches of a running server.
package dev.lanes.web.ops;


/// The live stream of a run over a WebSocket.
package dev.lanes.web.live;


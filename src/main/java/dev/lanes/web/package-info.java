/// What the server promises to the page and to scripts: REST, the live stream of a run, and the page's own files.
/// `docs/protocol.md` is the contract.
package dev.lanes.web;


/// What the system lists of the processor's caches, for experiments that choose their sizes by them and for the
/// machine's card.
package dev.lanes.hardware;

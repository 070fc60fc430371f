/// A network of dense layers: forward, loss, backward.
package dev.lanes.kernel.net;


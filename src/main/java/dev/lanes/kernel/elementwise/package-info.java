/// What is done to every number of an array by itself.
package dev.lanes.kernel.elementwise;


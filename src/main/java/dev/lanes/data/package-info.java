/// Where Lanes keeps what outlives its process.
package dev.lanes.data;


/// Products of matrices, from three plain loops to blocked and packed tiles.
package dev.lanes.kernel.matmul;


/// The table of `docs/kernels.md`: each kernel against OpenBLAS, or against what the machine can do at most.
package dev.lanes.bench;


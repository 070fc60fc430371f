/// Pure computation on arrays of floats: plain loops, and beside each its twin on the
/// vector unit, with the same signature and `Vector` before its name.
///
/// Matrices are stored row after row. Kernels are static, touch only their arguments,
/// allocate nothing, and may run on any number of threads at once where each has
/// outputs of its own.
package dev.lanes.kernel;

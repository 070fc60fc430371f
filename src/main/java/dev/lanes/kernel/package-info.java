/// Pure computation on arrays of numbers: plain loops, and beside those that the vector
/// unit can do their twins, with the same signature and `Vector` before the name.
///
/// Matrices are stored row after row. Kernels are static, touch only their arguments,
/// allocate nothing, and may run on any number of threads at once where each has
/// outputs of its own.
package dev.lanes.kernel;


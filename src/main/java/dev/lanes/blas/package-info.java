/// A BLAS library beside our kernels: found on the machine, loaded and called by the JDK's foreign function API.
package dev.lanes.blas;


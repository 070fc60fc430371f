package dev.lanes.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lanes.event.Machine;

/// `Machine` of the protocol, with what could mislead about the two JVMs.
///
/// @param jit compilers of the measuring JVM
/// @param serverJit compilers of the server's JVM, which measures nothing
/// @param mode "dev", "test" or "prod"
record MachineView(@JsonUnwrapped Machine machine, String jit, String serverJit, String mode) {}

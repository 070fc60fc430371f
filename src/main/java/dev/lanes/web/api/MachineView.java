package dev.lanes.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lanes.event.Machine;

/// `Machine` of the protocol, with what could mislead about the server's own JVM.
///
/// @param serverJit compilers of the server's JVM, which measures nothing
/// @param mode "dev", "test" or "prod"
record MachineView(@JsonUnwrapped Machine machine, String serverJit, String mode) {}

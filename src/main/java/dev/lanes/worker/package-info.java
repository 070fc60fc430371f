/// The process that measures. It reads a plan from its standard input, runs JMH one fork at a time, and prints one
/// event per line. The server knows it by the name of its main class only.
package dev.lanes.worker;


/// The machine code of a method as the JVM prints it: read, disassembled, its hot loop found and put into words.
package dev.lanes.machinecode;

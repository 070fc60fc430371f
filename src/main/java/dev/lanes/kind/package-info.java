/// The kinds of machines that measure: which there are, what each has room for, and what its machines do now.
package dev.lanes.kind;

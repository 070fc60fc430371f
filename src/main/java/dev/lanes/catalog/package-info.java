/// What can be run, and its source text: the experiments that JMH's annotation processor listed, read through their
/// annotations, and the code of their variants, cut from the real files.
package dev.lanes.catalog;


/// The experiments, one file each, in a package per section of the guide; here is what several of them share.
package dev.lanes.experiment;


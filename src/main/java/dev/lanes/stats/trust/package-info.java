/// How far a figure may be believed: rules over the evidence of one case.
package dev.lanes.stats.trust;


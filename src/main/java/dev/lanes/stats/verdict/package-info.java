/// Whether a claim holds, and why it came out as it did.
package dev.lanes.stats.verdict;


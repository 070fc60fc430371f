/// From a request to a plan: what may be asked for, which cases it makes, and what they will take.
package dev.lanes.plan;


/// Several servers that work as one through an engine that speaks the Redis protocol: fronts hand in runs and follow
/// them, machines take and measure them. [Decision 39](../../../../../../docs/decisions/0039-streams-of-an-engine.md)
/// has the reasons. Every change that must be one step is a script in `src/main/resources/engine`.
package dev.lanes.engine;

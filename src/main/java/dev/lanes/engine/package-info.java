/// Several servers that work as one, by way of an engine that speaks the Redis protocol: fronts hand in runs and follow
/// them, machines take and measure them. [Decision 39](../../../../../../docs/decisions/0039-streams-of-an-engine.md)
/// has the reasons; what changes there in one step is a script in `src/main/resources/engine`.
package dev.lanes.engine;

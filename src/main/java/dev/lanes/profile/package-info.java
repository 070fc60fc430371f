/// Where the time of a JVM goes: the samples of its flight recording, folded by line, by thread and by call.
package dev.lanes.profile;

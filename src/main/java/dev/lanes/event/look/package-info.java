/// What a look into the code of a case tells: its machine code, and where its time goes.
package dev.lanes.event.look;

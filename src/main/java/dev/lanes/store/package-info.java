/// What outlives the server: ended runs with the code they measured, and results that visitors have shared. Plain JDBC
/// on an embedded H2 or on PostgreSQL; what is kept of a run are documents that this package does not look into.
package dev.lanes.store;


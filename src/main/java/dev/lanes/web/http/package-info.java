/// What holds for every call: hosts, origins, clients, rate limits, and errors by RFC 9457.
package dev.lanes.web.http;


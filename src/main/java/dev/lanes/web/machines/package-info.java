/// The kinds of machines a visitor can choose, as the API tells them.
package dev.lanes.web.machines;

/// The page: its files, its headers, and what previews of its links say.
package dev.lanes.web.page;


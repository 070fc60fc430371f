package dev.lanes.catalog;

/// A method as it stands in its file, without its annotations and with its indentation taken off.
///
/// @param file path from the source root, such as `dev/lanes/kernel/Dot.java`
/// @param firstLine line of the file on which `text` begins, from 1
/// @param lastLine line of the file on which `text` ends
public record CodePiece(String file, int firstLine, int lastLine, String text, Role role) {

    /// What the method is to the variant.
    public enum Role {
        /// The variant itself.
        VARIANT,
        /// A computation that it calls.
        KERNEL,
        /// How its work reaches the workers.
        POOL
    }
}

/** A country's directory: streamed, looked things up in, read from the file, kept in an index. */
@NullMarked
package se.ehealthsdk.benchmarks.directory;

import org.jspecify.annotations.NullMarked;

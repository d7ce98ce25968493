/**
 * The build's proof against what is not ours: the official contracts, read from their own files, and
 * another SOAP stack (Apache CXF) that validates by them.
 *
 * <p>Nothing here is published. What needs the official schemas is skipped, with the reason, when the
 * system property {@code contracts.dir} names no folder.
 */
package se.ehealthsdk.conformance;

/**
 * The stand-in national services as a program of its own, {@code java -jar national-services.jar}: options, start
 * message, certificates as files, exit codes. Its page is {@code docs/national-services.md}.
 */
@NullMarked
package se.ehealthsdk.testkit.cli;

import org.jspecify.annotations.NullMarked;

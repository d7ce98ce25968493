/**
 * A stand-in of the national log service: keeps what it is sent by the rules of the contract, answers
 * reports from it, and fails as it is told to.
 */
@NullMarked
package se.ehealthsdk.testkit.accesslog;

import org.jspecify.annotations.NullMarked;

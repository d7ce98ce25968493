/**
 * Cases and events as JSON: for exchange between systems, for files, and for people who write a case by hand. The format is
 * described in {@code docs/discharge-json.md}, with JSON schemas in {@code docs/schemas}.
 */
@NullMarked
package se.ehealthsdk.discharge.json;

import org.jspecify.annotations.NullMarked;

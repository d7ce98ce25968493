/**
 * People, units, care providers, commissions and patients of one's own: the form that they are written in, in files of
 * YAML or JSON and in the Admin API, and what is told when something in it is wrong.
 *
 * <p>The form is that of the testkit's own {@code population.yaml} and {@code persons.yaml}; its schemas are in {@code
 * docs/schemas}.
 */
@NullMarked
package se.ehealthsdk.testkit.data;

import org.jspecify.annotations.NullMarked;

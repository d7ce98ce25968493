/**
 * The national person data service (Personuppgiftstjänsten) on localhost: people, known and unknown, protected, dead, with
 * changed numbers, and what goes wrong.
 */
@NullMarked
package se.ehealthsdk.testkit.person;

import org.jspecify.annotations.NullMarked;

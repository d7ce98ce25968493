/** What an adapter to another discharge system is held against. */
@NullMarked
package se.ehealthsdk.testkit.discharge.contract;

import org.jspecify.annotations.NullMarked;

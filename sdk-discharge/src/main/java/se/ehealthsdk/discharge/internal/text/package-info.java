/** Sentences in Swedish and English, kept beside the code that says them. Not exported. */
@NullMarked
package se.ehealthsdk.discharge.internal.text;

import org.jspecify.annotations.NullMarked;

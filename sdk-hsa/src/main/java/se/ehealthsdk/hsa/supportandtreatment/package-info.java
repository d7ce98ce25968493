/** What Stöd och behandling, the national platform for treatment programmes, needs of the directory. */
@NullMarked
package se.ehealthsdk.hsa.supportandtreatment;

import org.jspecify.annotations.NullMarked;

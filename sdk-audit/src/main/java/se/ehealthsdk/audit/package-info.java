/** The access log: what a user did with a patient's data, kept until the log service has it. */
@NullMarked
package se.ehealthsdk.audit;

import org.jspecify.annotations.NullMarked;

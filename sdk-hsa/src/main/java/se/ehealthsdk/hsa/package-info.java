/**
 * The HSA directory (Katalogtjänst HSA), the national directory of Swedish health and social care: who
 * works where, with which assignments (medarbetaruppdrag), and which units and care providers there are.
 *
 * <p>An answer is never null. Nothing found is an empty {@link java.util.Optional} or list, which can mean
 * unknown, not visible to the calling system, or incomplete in the directory: HSA does not tell which.
 *
 * <p>Values are as the directory gave them. One that cannot be understood is kept as text and costs
 * itself only, never the whole answer; each type says where it is kept. Two things cannot be done without:
 * what identifies a post, and flags that say neither yes nor no, since guessing could show what must not be
 * shown. An answer with such a fault is a {@link se.ehealthsdk.core.error.ProtocolException}.
 *
 * <p>Source: service contracts {@code infrastructure:directory:employee} 4.0 and 3.0.1, {@code
 * infrastructure:directory:organization} 5.0 and 4.1, {@code
 * infrastructure:directory:authorizationmanagement} 2.4.5 and 2.4.3.
 */
@NullMarked
package se.ehealthsdk.hsa;

import org.jspecify.annotations.NullMarked;

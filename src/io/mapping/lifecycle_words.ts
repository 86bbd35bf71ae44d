/** What transitions of a lifecycle are called, in XES and in five languages. */

/** What a transition does to an activity: begin it, end it, or neither. */
export type Transition = "start" | "complete" | "other";

/** The transition that a value names; undefined where it names none, as `open`, `closed` and `paid` do. */
export function transitionNamed(value: string): Transition | undefined {
  return KNOWN.get(plain(value));
}

/** Letters and digits alone, small and without accents: `PI_abort` is `piabort`. */
function plain(value: string): string {
  return value.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/**
 * The standard transitions of XES (IEEE 1849-2016, extension Lifecycle) and what else exports write for them. Words that
 * tell of the state of a case as well (open, closed, in progress) are left out.
 */
const WORDS: Readonly<Record<Transition, string>> = {
  start: "start starts started starting begin begins began begun beginning initiate initiated " +
    "startet gestartet beginn beginnt begonnen anfang angefangen " +
    "debut debute commence commencee commencer commencement demarre demarree demarrer demarrage " +
    "inicio inicia iniciar iniciado iniciada comienzo comenzado comenzada empezado empezada " +
    "gestart begin begonnen aanvang aangevangen",
  complete: "complete completes completed completing completion end ends ended ending finish finishes finished " +
    "finishing stop stops stopped done " +
    "ende endet beendet beendigt beenden abgeschlossen abschluss fertig fertiggestellt erledigt gestoppt " +
    "fin fini finie terminer termine terminee acheve achevee completee arret arrete arretee " +
    "final finaliza finalizar finalizado finalizada termina terminar terminado terminada completa completar completado " +
    "completada acabado acabada " +
    "einde eind eindigt beeindigd voltooid voltooien afgerond gereed klaar gestopt",
  other: "schedule schedules scheduled assign assigned reassign reassigned suspend suspended resume resumed withdraw " +
    "withdrawn abort aborted ateabort piabort autoskip manualskip skip skipped cancel canceled cancelled pause paused " +
    "enable enabled create created unknown " +
    "geplant eingeplant zugewiesen zugeteilt neuzugewiesen unterbrochen pausiert fortgesetzt wiederaufgenommen " +
    "abgebrochen storniert ubersprungen zuruckgezogen unbekannt " +
    "planifie planifiee assigne assignee attribue attribuee reassigne reassignee suspendre suspendu suspendue reprise " +
    "repris reprendre annule annulee abandonne abandonnee ignore ignoree inconnu " +
    "programado programada planificado planificada asignado asignada reasignado reasignada suspendido suspendida " +
    "reanudado reanudada cancelado cancelada abortado abortada pausa pausado pausada omitido omitida desconocido " +
    "gepland ingepland toegewezen opnieuwtoegewezen onderbroken gepauzeerd hervat geannuleerd afgebroken ingetrokken " +
    "overgeslagen onbekend",
};

const KNOWN = new Map<string, Transition>(
  (Object.keys(WORDS) as Transition[]).flatMap((kind) =>
    WORDS[kind].split(" ").map((word): [string, Transition] => [word, kind])
  ),
);

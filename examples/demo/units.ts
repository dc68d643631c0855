import { z } from 'zod';

/** What units do with what the court serves on them, in the words of the simulator's own script. */
export interface ScriptRule {
  readonly when: { readonly caseNumber: string; readonly actionId?: string; readonly step?: string };
  readonly behaviours: readonly object[];
}

const Script = z.object({ rules: z.array(z.looseObject({})) });

const Log = z.object({
  received: z.array(
    z.object({ stepNo: z.string(), requestNo: z.string(), unit: z.string(), actionId: z.string(), step: z.string(), acts: z.number() }),
  ),
  sent: z.array(z.object({ replyNo: z.string(), requestNo: z.string(), stepNo: z.string(), unit: z.string(), kind: z.string() })),
});

/** What the units received, and what they say they have sent. */
export type UnitLog = z.infer<typeof Log>;

const Sabotage = z.object({
  mode: z.string().nullable(),
  lost: z.object({ stepNo: z.string() }).nullable(),
  doubled: z.object({ stepNo: z.string() }).nullable(),
});

/** The levers of the process that plays the units. The court knows nothing of them. */
export interface Units {
  /** Puts these rules before whatever the units do already; gives the way back. */
  follow(rules: readonly ScriptRule[]): Promise<() => Promise<void>>;
  /** Has one answer lost and one service acted on twice, or makes sure that nothing of the kind is left from an earlier run. */
  sabotage(wanted: boolean): Promise<void>;
  log(): Promise<UnitLog>;
}

export const openUnits = (simulatorUrl: string): Units => {
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${simulatorUrl}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`simulator ${method} ${path} → ${response.status} ${await response.text()}`);
    return response.status === 204 ? undefined : response.json();
  };

  return {
    follow: async (rules) => {
      const before = Script.parse(await call('GET', '/script'));
      await call('PUT', '/script', { rules: [...rules, ...before.rules] });
      return async () => void (await call('PUT', '/script', before));
    },
    sabotage: async (wanted) => {
      const { mode, lost, doubled } = Sabotage.parse(await call('GET', '/sabotage'));
      const isSpent = mode !== null && lost !== null && doubled !== null;
      // An order that was never carried out would spoil this run; one that was carried out is not given a second time. A new log also
      // drops whatever the units still had to say in earlier cases.
      if (mode !== null && (wanted || !isSpent)) await call('DELETE', '/log');
      if (wanted) await call('PUT', '/sabotage', { mode: 'loseOneAnswerAndDoubleOneService' });
    },
    log: async () => Log.parse(await call('GET', '/log')),
  };
};

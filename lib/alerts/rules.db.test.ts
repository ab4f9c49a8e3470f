import { describe, expect, it } from 'vitest';
import { rulesOf } from './queries';
import { changeRule } from './rules';
import { AlertStage } from './testing/stage';

const stage = new AlertStage();

describe('a rule', () => {
  it('holds as it was changed; what is as from the start stays inherited', async () => {
    const [first] = await rulesOf(stage.ctx);
    await changeRule(stage.ctx, { ...first!, threshold: 80, mail: false });
    expect((await rulesOf(stage.ctx))[0]).toEqual({ ...first, threshold: 80, mail: false });
    await changeRule(stage.ctx, { ...first!, mail: false });
    const [kept] = await stage.base.admin`SELECT threshold, window_seconds, mail FROM alert_rules
      WHERE tenant_id = ${stage.hall.tenantId}`;
    expect(kept).toEqual({ threshold: null, window_seconds: null, mail: false });
    const changes = await stage.base.admin`SELECT before, after FROM audit_log
      WHERE tenant_id = ${stage.hall.tenantId} ORDER BY at`;
    expect(changes).toEqual([
      { before: { threshold: 40, mail: true }, after: { threshold: 80, mail: false } },
      { before: { threshold: 80 }, after: { threshold: 40 } },
    ]);
  });

  it('that nothing of was changed is not in the log', async () => {
    const [first] = await rulesOf(stage.ctx);
    await changeRule(stage.ctx, first!);
    expect(await stage.log()).toEqual([]);
  });
});

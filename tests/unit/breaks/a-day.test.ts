import { describe, expect, it } from 'vitest';
import type { Weekday } from '../../../utils/breaks/schema.ts';
import { ADay } from './a-day.ts';

describe('a day with breaks', () => {
  it('suggests a break after fifty minutes at the computer, on the badge first', () => {
    const day = new ADay();
    day.work(47);
    expect([day.badge, day.count()]).toEqual(['none', 0]);
    day.work(2);
    expect([day.badge, day.count()]).toEqual(['soon', 0]);
    day.work(1.5);
    expect([day.badge, day.count(), day.notice]).toEqual(['due', 1, 'break']);
  });

  it('repeats the notice once, and is quiet then', () => {
    const day = new ADay().work(180);
    expect(day.count()).toBe(2);
    expect(day.badge).toBe('due');
  });

  it('suggests nothing unless it was switched on', () => {
    const day = new ADay({ on: false, eyes: true, dailyLimit: 30 }).work(300);
    expect([day.shown, day.badge]).toEqual([[], 'none']);
  });

  it('takes five minutes away as a break', () => {
    const day = new ADay().work(40).away(6).work(40);
    expect(day.count()).toBe(0);
    expect(day.counted.natural).toBe(1);
  });

  it('takes time away from the last input on, though there was a look before anybody was idle', () => {
    const day = new ADay({ length: 1 }).work(30).tick(false, 50);
    day.event({ kind: 'looked' });
    expect(day.tick(false, 10).state.away?.rested).toBe(true);
  });

  it('only stands still for two minutes away', () => {
    const day = new ADay().work(40).away(2).work(9);
    expect(day.count()).toBe(0);
    day.work(3);
    expect(day.count()).toBe(1);
  });

  it('takes back a notice once a break came about by itself', () => {
    const day = new ADay().work(51).away(6);
    expect([day.notice, day.badge]).toEqual([undefined, 'none']);
  });

  it('takes a sleep over a due break as a break, and says nothing on waking', () => {
    const day = new ADay().work(51).sleep(60);
    expect([day.notice, day.badge, day.counted.natural]).toEqual([undefined, 'none', 1]);
    expect(day.work(20).count()).toBe(1);
  });

  it('goes on after a short lock, and begins anew after a long one', () => {
    expect(new ADay().work(40).lock(2).work(11).count()).toBe(1);
    expect(new ADay().work(40).lock(10).work(11).count()).toBe(0);
  });

  it('loses nothing of what was worked when the clock is set back', () => {
    const day = new ADay().work(40).setClock(-180).work(11);
    expect(day.count()).toBe(1);
  });

  it('takes a clock set forward for time away', () => {
    const day = new ADay().work(40).setClock(180).work(11);
    expect(day.count()).toBe(0);
  });

  it('asks nothing of anybody who is not there', () => {
    const day = new ADay().work(49).away(300);
    expect(day.count()).toBe(0);
  });
});

describe('a break that is taken', () => {
  it('opens, lasts five minutes, and is counted', () => {
    const day = new ADay().work(51);
    day.event({ kind: 'take', what: 'break' });
    expect([day.opened, day.badge, day.notice]).toEqual([1, 'taking', undefined]);
    day.away(6);
    expect([day.state.taking, day.counted.taken, day.counted.natural]).toEqual([undefined, 1, 0]);
    expect(day.work(45).count()).toBe(1);
  });

  it('may end early, and was a break all the same', () => {
    const day = new ADay().work(51);
    day.event({ kind: 'take', what: 'break' });
    day.tick(false, 90);
    day.event({ kind: 'back' });
    expect(day.counted.taken).toBe(1);
    expect(day.work(45).count()).toBe(1);
  });

  it('was none where it ended at once', () => {
    const day = new ADay().work(51);
    day.event({ kind: 'take', what: 'break' });
    day.event({ kind: 'back' });
    expect(day.counted.taken).toBe(0);
    expect(day.badge).toBe('due');
  });

  it('ends while the computer sleeps', () => {
    const day = new ADay().work(51);
    day.event({ kind: 'take', what: 'break' });
    day.sleep(90);
    expect([day.state.taking, day.counted.taken, day.count()]).toEqual([undefined, 1, 1]);
  });

  it('ends although the clock was set back', () => {
    const day = new ADay().work(51);
    day.event({ kind: 'take', what: 'break' });
    day.setClock(-600).away(6);
    expect(day.state.taking).toBeUndefined();
  });
});

describe('putting it off', () => {
  it('takes five minutes at the computer, not on the clock', () => {
    const day = new ADay().work(51);
    day.event({ kind: 'snooze' });
    expect(day.notice).toBeUndefined();
    day.away(3).work(4);
    expect(day.count()).toBe(1);
    day.work(2);
    expect(day.count()).toBe(2);
    expect(day.counted.snoozed).toBe(1);
  });

  it('goes on until the limit that the person set', () => {
    const day = new ADay({ snoozes: 2 }).work(51);
    for (let time = 0; time < 4; time += 1) {
      day.event({ kind: 'snooze' });
      day.work(6);
    }
    expect(day.counted.snoozed).toBe(2);
    expect(day.badge).toBe('due');
  });

  it('is nothing where no break is due, as with a notice that was only to be seen', () => {
    const day = new ADay().work(10);
    day.event({ kind: 'snooze' });
    expect(day.counted.snoozed).toBe(0);
    expect(day.work(39).count()).toBe(0);
    expect(day.work(2).count()).toBe(1);
  });

  it('is another thing than skipping, which begins anew', () => {
    const day = new ADay().work(51);
    day.event({ kind: 'skip' });
    expect(day.work(45).count()).toBe(1);
    expect(day.counted.skipped).toBe(1);
  });
});

describe('being quiet', () => {
  it('holds a break that comes due in a meeting, and offers it once afterwards', () => {
    const day = new ADay().work(40).meeting(60).work(59);
    expect([day.count(), day.badge, day.reasons]).toEqual([0, 'none', ['meeting']]);
    day.work(2);
    expect([day.count(), day.reasons]).toEqual([1, []]);
  });

  it('takes a notice away when a meeting begins', () => {
    const day = new ADay().work(51).meeting(30);
    expect(day.notice).toBeUndefined();
  });

  it('ends a meeting at a click', () => {
    const day = new ADay().work(40).meeting(60).work(20);
    day.event({ kind: 'resume' });
    expect(day.count()).toBe(1);
  });

  it('is paused until the time that was said, and resumes by itself', () => {
    const day = new ADay().work(40);
    day.event({ kind: 'pause', until: day.now + 45 * 60_000 });
    expect(day.work(44).count()).toBe(0);
    expect(day.work(2).count()).toBe(1);
  });

  it('ends although the clock was set back by a year', () => {
    const day = new ADay()
      .work(40)
      .meeting(30)
      .setClock(-365 * 24 * 60);
    expect(day.work(9 * 60).reasons).not.toContain('meeting');
  });

  it('keeps to working hours, on days of work', () => {
    const days: Weekday[] = ['mo', 'tu', 'we', 'th', 'fr'];
    const hours = [{ days, start: '09:00', end: '17:30' }];
    expect(new ADay({ hours }, '2026-11-20T17:00').work(100).count()).toBe(0);
    expect(new ADay({ hours }, '2026-11-21T10:00').work(100).count()).toBe(0);
    const early = new ADay({ hours }, '2026-11-20T08:00').work(59);
    expect(early.count()).toBe(0);
    expect(early.work(3).count()).toBe(1);
  });

  it('keeps to hours that cross midnight', () => {
    const hours = [{ days: ['fr' as const], start: '22:00', end: '06:00' }];
    expect(new ADay({ hours }, '2026-11-21T01:00').work(52).count()).toBe(1);
    expect(new ADay({ hours }, '2026-11-21T06:30').work(52).count()).toBe(0);
    expect(new ADay({ hours }, '2026-11-20T21:00').work(52).count()).toBe(0);
  });

  it('keeps to several ranges of a day', () => {
    const hours = [
      { days: ['fr' as const], start: '09:00', end: '12:00' },
      { days: ['fr' as const], start: '13:00', end: '17:00' },
    ];
    const day = new ADay({ hours }, '2026-11-20T12:01').work(58);
    expect([day.count(), day.reasons]).toEqual([0, ['hours']]);
    expect(day.work(3).count()).toBe(1);
  });

  it('keeps to the clock on the wall when daylight saving ends and begins', () => {
    const hours = [{ days: ['su' as const], start: '01:30', end: '04:00' }];
    // The night of 25 October 2026 in London has the hour from one to two twice.
    const autumn = new ADay({ hours, every: 5 }, '2026-10-25T00:30').work(55);
    expect(autumn.reasons).toEqual(['hours']);
    // That of 29 March has none.
    const spring = new ADay({ hours, every: 5 }, '2026-03-29T00:30').work(31);
    expect(spring.reasons).toEqual([]);
  });

  it('leaves a film in the focused window alone, and counts it as time at the computer at first', () => {
    const day = new ADay().work(30);
    day.audible = true;
    day.away(25);
    expect(day.count()).toBe(0);
    expect(day.state.active).toBeGreaterThan(45 * 60_000);
  });

  it('takes music that plays while somebody is away for no more than half an hour of work', () => {
    const day = new ADay().work(10);
    day.audible = true;
    day.away(240);
    expect(day.activeMs).toBe(10 * 60_000);
    expect(day.state.active).toBe(0);
    expect(day.count()).toBe(0);
  });

  it('is loud again in a window that plays all day', () => {
    const day = new ADay().work(1);
    day.audible = true;
    day.work(120);
    expect(day.count()).toBeGreaterThan(0);
  });

  it('leaves a window that fills the screen alone, for two hours at most', () => {
    const day = new ADay();
    day.fullscreen = true;
    expect(day.work(100).count()).toBe(0);
    expect(day.work(60).count()).toBeGreaterThan(0);
  });

  it('says so when idleness can’t be told, and tries again the next day', () => {
    const day = new ADay().work(5 * 60);
    expect(day.reasons).toEqual(['unreliable']);
    day.work(21 * 60);
    expect(day.reasons).not.toContain('unreliable');
  });

  it('notices that somebody is here who counts as away', () => {
    const day = new ADay();
    day.blind = true;
    day.work(30);
    day.event({ kind: 'resume' });
    expect(day.reasons).toEqual(['unreliable']);
    day.work(3 * 60);
    expect(day.reasons).toEqual(['unreliable']);
    day.blind = false;
    expect(day.work(60).reasons).toEqual([]);
  });

  it('asks again after a day whether it can tell who is here', () => {
    const day = new ADay();
    day.blind = true;
    day.work(1).event({ kind: 'resume' });
    day.work(25 * 60);
    expect(day.reasons).toEqual([]);
  });
});

describe('other notices', () => {
  it('are one for the eyes every twenty minutes, and none when a break is due', () => {
    const day = new ADay({ eyes: true }).work(45);
    expect(day.count('eyes')).toBe(2);
    day.work(30);
    expect(day.count('eyes')).toBe(2);
  });

  it('are one a day for the limit of the day', () => {
    const day = new ADay({ dailyLimit: 120, every: 240 }).work(200);
    expect(day.count('limit')).toBe(1);
  });

  it('come when they are due, and not at the next look of all', () => {
    const day = new ADay({ every: 240, dailyLimit: 61, checkIns: ['09:33'] });
    const begun = day.now;
    day.work(70);
    const minutes = day.shown.map(({ kind, at }) => `${kind} ${Math.floor((at - begun) / 60_000)}`);
    expect(minutes).toEqual(['checkIn 33', 'limit 61']);
  });

  it('ask how one is at the times that were set, once each', () => {
    const day = new ADay({ checkIns: ['10:00', '11:00'], every: 240 }).work(150);
    expect(day.count('checkIn')).toBe(2);
  });

  it('ask for a check-in after the meeting that it fell into', () => {
    const day = new ADay({ checkIns: ['10:00'], every: 240 }).work(50).meeting(30).work(29);
    expect(day.count('checkIn')).toBe(0);
    expect(day.work(2).count('checkIn')).toBe(1);
  });

  it('ask for a check-in with breaks switched off', () => {
    expect(new ADay({ on: false, checkIns: ['10:00'] }).work(90).count('checkIn')).toBe(1);
  });
});

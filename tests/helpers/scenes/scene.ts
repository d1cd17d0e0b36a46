import { expect, type Page } from '@playwright/test';
import { type ScreenName, screenNames } from '../../../src-shared/ipc/commands.ts';
import type { LaunchedApp, LaunchOptions } from '../launch-app.ts';

/** A way through the app on one profile: what it shows, one state after another. */
export type Scene = {
  name: string;
  /** Makes the profile, and says how the app is started on it. */
  prepare(): LaunchOptions;
  states: readonly SceneState[];
};

/** Something that a person can have on screen. */
export type SceneState = {
  /** Names its picture, and its test: unique over all scenes. */
  name: string;
  /** The screen of the navigation that it is, where it is one. */
  screen?: ScreenName;
  /** Leads there from the state before, by keyboard, and waits until it is there. */
  go(page: Page, app: LaunchedApp): Promise<void>;
};

/** Leads to a screen of the navigation. */
export function showScreen(
  screen: ScreenName,
  ready: (page: Page) => Promise<void>,
): (page: Page) => Promise<void> {
  return async page => {
    const name = screenNames[screen];
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name }).press('Enter');
    await expect(page.locator('.nav-link[aria-current="page"]')).toHaveText(name);
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await ready(page);
  };
}

/** Waits for a heading. */
export async function seeHeading(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { name }).first()).toBeVisible();
}

/** Opens a dialog by a key and waits for it. */
export function openDialog(key: string, name: string | RegExp): (page: Page) => Promise<void> {
  return async page => {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog', { name })).toBeVisible();
  };
}

/** Closes the dialog that is open. */
export async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog')).toHaveCount(0);
}

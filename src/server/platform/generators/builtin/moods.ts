/** The feelings that pictures and music are made for; the storyboard names one, the band plays it. */
export const MOODS = ["calm", "joyful", "epic", "mysterious", "melancholic", "energetic"] as const;
export type Mood = (typeof MOODS)[number];

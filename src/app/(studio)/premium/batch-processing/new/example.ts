/** What a table for a batch looks like. */
export const EXAMPLE = `prompt,seconds,shape,look
A paper boat crosses a calm lake at sunset,8,16:9,paper
A fox runs through a snowy forest,6,9:16,cinematic
Neon fish swim through a night city,10,1:1,neon
`;

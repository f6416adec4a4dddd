import { ukrainianFunctionWords } from './ukrainian.ts';

/**
 * Words that carry little of what a question is about: English function words, question words and the small talk
 * around a question in a chat. They still count, but for little, as short questions are made of little else.
 */
export const functionWords: ReadonlySet<string> = new Set([
  ...ukrainianFunctionWords,
  ...`
  a an the this that these those such same other another some any each every both all no not nor none only
  i me my mine we our ours you your yours he him his she her hers it its they them their theirs myself itself themselves
  im ive id ill youre youve hes shes its theyre theyve were weve lets thats theres heres
  am is are was were be been being do does did doing done have has had having will would shall should can could may might must
  isnt arent wasnt werent dont doesnt didnt havent hasnt hadnt wont wouldnt shouldnt cant couldnt cannot aint
  and or but if then else than as so because while of at by for with about against between into through during before after
  above below to from up down in out on off over under again further once here there now just also too very
  within without upon per via until till since toward towards
  who whom whose what which when where why how whats whos whens wheres whys hows whatever whether
  much many more most less least few lot lots
  get gets got getting go goes went going come comes came make makes made take takes took give gives put
  say says said tell tells told ask asks asked asking know knows knew known think thinks thought mean means meant
  want wants wanted let see look looking find really actually even still ever never yet already exactly basically
  please pls plz thanks thank thx hi hello hey yo ok okay so well um uh like kinda sorta wanna gonna
  lol btw fyi imo imho tbh idk bruh bro dude guys guy folks ppl sorry basically apparently supposedly else anyone anybody someone somebody everyone everybody something anything
  thing things stuff question questions answer answers quick quickly wondering wonder curious explain describe remind
  yes yeah yep true false correct correctly sure maybe perhaps possibly
  story report kind sort whole everything literally ballpark roughly currently according etc remember forgot forget read hear heard
  happening happened happen straight actual whoever somewhere somehow tl dr mess bit boss slide editor professor prof
  does s t re ve ll d m u ur r n w o
  teh hte adn taht hw wat wot til abt bc cuz coz cos cause wen wich whcih nowadays moment anymore random
  thru tho rn atm iirc afaik ngl fr srsly ya yall yup waht hwo wehn wher wy sth smth smb somethin anyways anyhow
  `
    .trim()
    .split(/\s+/),
]);
